/// Settings from `config.yaml`, `.env` and the environment. Read `Section` first: a feature reads
/// its own record from one. `Configuration` says where each value may come from, and makes one
/// report of everything that is wrong.
///
/// Knows no feature: which keys there are stands beside each.
@NullMarked
package app.photoplay.config;

import org.jspecify.annotations.NullMarked;
