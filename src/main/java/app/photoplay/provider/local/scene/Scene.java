package app.photoplay.provider.local.scene;

import app.photoplay.media.Size;
import java.util.List;

/// A painted place that can be filmed: panes from far to near, and what shines and falls in it.
///
/// @param plate the size of every layer
/// @param layers the first is opaque
/// @param vignette how much darker the corners of a picture are, 0 to 1
record Scene(Size plate, List<Layer> layers, List<Light> lights, Falling falling, double vignette) {
  Scene {
    layers = List.copyOf(layers);
    lights = List.copyOf(lights);
  }
}
