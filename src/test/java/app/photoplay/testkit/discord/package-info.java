/// A Discord on loopback: gateway, REST, files and the people on the other side. Begin with
/// [FakeDiscord][app.photoplay.testkit.discord.FakeDiscord].
@NullMarked
package app.photoplay.testkit.discord;

import org.jspecify.annotations.NullMarked;
