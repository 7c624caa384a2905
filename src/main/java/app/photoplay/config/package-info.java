/// Settings from `config.yaml`, `.env` and the environment. Read `Config` first: it says where each
/// value may come from and builds the whole tree, or one report of everything that is wrong.
///
/// Only `App` reads it; every other package is given the few values it needs.
@NullMarked
package app.photoplay.config;

import org.jspecify.annotations.NullMarked;
