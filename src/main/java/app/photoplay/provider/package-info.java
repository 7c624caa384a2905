/// How generative models are had, whatever they make: a `Model` says what it charges and how its
/// work is had (`Work`: made here, or handed over with a `PaidCall`), a `Router` says who can do
/// it. Read `Model` and `Work` first. The sub-packages `speech`, `talk`, `video`, `image` and
/// `text` are the ports, each other sub-package is one provider.
///
/// Knows prompts and files, never a job's states, a chat or a person.
@NullMarked
package app.photoplay.provider;

import org.jspecify.annotations.NullMarked;
