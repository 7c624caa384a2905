/// Google's models through Google's own client: the Gemini API, which an API key pays for, and
/// Vertex AI, which a project of Google Cloud pays for. Read `Google` and `GoogleModel` first.
@NullMarked
package app.photoplay.provider.google;

import org.jspecify.annotations.NullMarked;
