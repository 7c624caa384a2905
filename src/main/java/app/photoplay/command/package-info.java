/// From what a person did to what is said or ordered: the inbox, the router and the commands that
/// belong to no single kind of job. Read `Command` and `CommandRouter` first.
@NullMarked
package app.photoplay.command;

import org.jspecify.annotations.NullMarked;
