package app.photoplay.kind.talk;

/// A kept picture that shows what a question about a photo means: the photo with its faces
/// numbered, or the part of it that is proposed.
///
/// @param content SHA-256 of the JPEG
record QuestionPicture(String content, int width, int height) {}
