package app.photoplay.storage;

import app.photoplay.testkit.MemoryArtifactStore;

class MemoryArtifactStoreTest extends ArtifactStoreContract {
  @Override
  protected ArtifactStore store() {
    return new MemoryArtifactStore(folder);
  }
}
