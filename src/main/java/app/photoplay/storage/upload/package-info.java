/// What people send to the web chat. Read `UploadStore`.
@NullMarked
package app.photoplay.storage.upload;

import org.jspecify.annotations.NullMarked;
