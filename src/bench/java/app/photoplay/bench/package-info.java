/// Benchmarks: each class with a `main` measures one thing and prints rows; `Benchmarks` runs them
/// one after another, each in a program of its own, and prints the table.
@NullMarked
package app.photoplay.bench;

import org.jspecify.annotations.NullMarked;
