package app.photoplay.provider.image;

import app.photoplay.provider.Model;

/// Makes pictures from words.
public interface ImageModel extends Model<ImagePrompt, ImagePrompt, GeneratedImage> {}
