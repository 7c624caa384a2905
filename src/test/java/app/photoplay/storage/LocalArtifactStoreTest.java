package app.photoplay.storage;

import app.photoplay.storage.local.LocalArtifactStore;
import java.time.InstantSource;

class LocalArtifactStoreTest extends ArtifactStoreContract {
  @Override
  protected ArtifactStore store() {
    return new LocalArtifactStore(folder, InstantSource.system());
  }
}
