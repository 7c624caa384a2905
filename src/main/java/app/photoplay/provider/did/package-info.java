/// D-ID's talks: a photo speaks a sound. Read `DidAccount` first.
@NullMarked
package app.photoplay.provider.did;

import org.jspecify.annotations.NullMarked;
