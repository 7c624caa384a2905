/// A gateway that an operator runs which makes shots for clients of OpenAI's chat completions, as
/// Flow2API does. Off until the settings say where it answers, and without any models until they
/// name some, with what each costs the operator.
///
/// The gateway has no name for work and no question for it: an order is one request whose answer
/// goes on until the video is there. An order counts as taken when the first sign of work has come,
/// within seconds; from then on the answer is read in this program's memory, and asking how far it
/// is asks that memory. So what a crash means is what it means everywhere without a key: before the
/// first sign nobody knows whether the order was taken, and a person decides. After it the work is
/// taken, but its result comes to nobody when the program ends meanwhile: it is waited for until
/// its deadline, for another program of the same operator may be the one that reads it, and then
/// told to be late.
@NullMarked
package app.photoplay.provider.flow;

import org.jspecify.annotations.NullMarked;
