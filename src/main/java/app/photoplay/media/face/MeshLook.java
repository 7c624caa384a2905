package app.photoplay.media.face;

import app.photoplay.media.net.NetworkRun;
import java.util.Optional;

/// What a network for meshes sees in a square.
///
/// @param mesh in pixels of the picture
/// @param face how likely the square shows a face, from 0 to 1
record MeshLook(FaceMesh mesh, double face) {
  private static final int SIZE = 192;

  /// How much wider than the face the square is that the network is shown.
  private static final double AROUND = 1.5;

  /// @param face the square that the face fills
  static MeshLook at(Pyramid picture, Square face) {
    return look(FaceNetwork.MESH, picture, face);
  }

  /// The same with truer lips and eyes, and with irises. Says of anything that it is a face.
  static MeshLook closely(Pyramid picture, Square face) {
    return look(FaceNetwork.FINE_MESH, picture, face);
  }

  private static MeshLook look(FaceNetwork network, Pyramid picture, Square face) {
    Square square = new Square(face.centre(), AROUND * face.side(), face.roll());
    return network.with(run -> {
      picture.draw(square, SIZE, run.input(), 0, 1, Pyramid.Beyond.EDGE);
      run.run();
      boolean fine = network == FaceNetwork.FINE_MESH;
      float[] points = run.output(0);
      double[] coordinates = new double[3 * FacePoints.COUNT];
      for (int i = 0; i < FacePoints.COUNT; i++) {
        put(square.inPicture(points[3 * i], points[3 * i + 1], SIZE), coordinates, i);
        coordinates[3 * i + 2] = points[3 * i + 2] * square.side() / SIZE;
      }
      if (fine) {
        refine(run.output(1), FacePoints.FINE_LIPS, square, coordinates);
        refine(run.output(2), FacePoints.FINE_LEFT_EYE, square, coordinates);
        refine(run.output(3), FacePoints.FINE_RIGHT_EYE, square, coordinates);
      }
      Optional<FaceMesh.Irises> irises = fine ? Optional.of(irises(run, square)) : Optional.empty();
      double flag = run.output(fine ? 6 : 1)[0];
      return new MeshLook(new FaceMesh(coordinates, irises), 1 / (1 + Math.exp(-flag)));
    });
  }

  private static void refine(float[] points, int[] numbers, Square square, double[] coordinates) {
    for (int i = 0; i < numbers.length; i++) {
      put(square.inPicture(points[2 * i], points[2 * i + 1], SIZE), coordinates, numbers[i]);
    }
  }

  private static void put(Face.Point point, double[] coordinates, int number) {
    coordinates[3 * number] = point.x();
    coordinates[3 * number + 1] = point.y();
  }

  private static FaceMesh.Irises irises(NetworkRun run, Square square) {
    return new FaceMesh.Irises(iris(run.output(4), square), iris(run.output(5), square));
  }

  /// The centre, then four points around it.
  private static FaceMesh.Iris iris(float[] points, Square square) {
    Face.Point centre = square.inPicture(points[0], points[1], SIZE);
    double radius = 0;
    for (int i = 1; i < 5; i++) {
      radius += centre.distance(square.inPicture(points[2 * i], points[2 * i + 1], SIZE)) / 4;
    }
    return new FaceMesh.Iris(centre, radius);
  }
}
