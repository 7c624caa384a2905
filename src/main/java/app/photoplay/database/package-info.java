/// Everything durable: one SQLite file, its migrations, and the stores behind the other packages'
/// ports. Read `Database` first.
///
/// Only this package sees jOOQ and JDBC; no transaction leaves it, and nothing here talks to a
/// network.
@NullMarked
package app.photoplay.database;

import org.jspecify.annotations.NullMarked;
