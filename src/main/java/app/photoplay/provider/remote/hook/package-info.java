/// How providers say by themselves that work is done. What they say is a reason to ask them, and
/// never believed. Read `Hook` first. Knows no provider and no server.
@NullMarked
package app.photoplay.provider.remote.hook;

import org.jspecify.annotations.NullMarked;
