package app.photoplay.conversation;

/// In what a platform differs, so that a scenario can say what is seen there.
///
/// @param rooms whether others can be there
/// @param asides whether one person can be told something in a room that the others do not see
/// @param changesRing whether people notice that a message has changed; where they do not, a short
///   message follows what took long
/// @param rings whether messages come with a sound at all
/// @param marksSeen whether the bot shows at what people wrote that it has seen it
/// @param remembersVideos whether a video that was sent before need not be sent again
/// @param commandsAreWords whether anything can be written as a command; where not, the platform
///   offers what each takes, lets nothing else through, and opens a form for what misses
/// @param edits whether people can change what they wrote
/// @param toldToOthers what somebody is told who presses another person's button
record Manners(
    boolean rooms,
    boolean asides,
    boolean changesRing,
    boolean rings,
    boolean marksSeen,
    boolean remembersVideos,
    boolean commandsAreWords,
    boolean edits,
    String toldToOthers) {}
