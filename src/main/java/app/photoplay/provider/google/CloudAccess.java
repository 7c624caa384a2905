package app.photoplay.provider.google;

import app.photoplay.provider.google.GoogleSettings.Cloud;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.http.Http;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What belongs to the operator's project besides models: who we are there, and the bucket that
/// videos pass through. Nothing is loaded before it is needed. Thread-safe.
final class CloudAccess {
  static final Cloud NONE =
      new Cloud("", "global", "", URI.create("https://localhost"), Optional.empty());

  private static final List<String> SCOPES =
      List.of("https://www.googleapis.com/auth/cloud-platform");
  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_MILLIS = 60_000;

  private final Cloud cloud;
  private final RemoteSettings remote;
  private @Nullable GoogleCredentials credentials;
  private @Nullable Storage storage;

  CloudAccess(GoogleSettings settings) {
    this.cloud = settings.cloud().orElse(NONE);
    this.remote = settings.remote();
  }

  /// Google's other libraries have a way of their own into the network.
  private HttpTransportFactory transport() {
    Proxy proxy = new Http(remote).client().proxy();
    return () -> new NetHttpTransport.Builder().setProxy(proxy).build();
  }

  /// Who we are.
  ///
  /// @throws Fault.Thrown when nothing says so
  synchronized GoogleCredentials credentials() throws IOException {
    GoogleCredentials known = credentials;
    if (known == null) {
      try {
        known = found().createScoped(SCOPES);
        credentials = known;
      } catch (IOException e) {
        throw new Fault.Key("no credentials of Google Cloud: " + e.getMessage()).thrown();
      }
    }
    return known;
  }

  private GoogleCredentials found() throws IOException {
    if (cloud.credentials().isEmpty()) {
      return GoogleCredentials.getApplicationDefault(transport());
    }
    try (InputStream in = Files.newInputStream(cloud.credentials().get())) {
      return ServiceAccountCredentials.fromStream(in, transport());
    }
  }

  private synchronized Storage storage() throws IOException {
    Storage known = storage;
    if (known == null) {
      known =
          StorageOptions.http()
              .setProjectId(cloud.project())
              .setHost(cloud.storage().toString())
              .setCredentials(credentials())
              .setTransportOptions(
                  HttpTransportOptions.newBuilder()
                      .setHttpTransportFactory(transport())
                      .setConnectTimeout(CONNECT_MILLIS)
                      .setReadTimeout(READ_MILLIS)
                      .build())
              .build()
              .getService();
      storage = known;
    }
    return known;
  }

  /// The address of a folder in the bucket; empty when none is set up.
  Optional<String> folder(String name) {
    return cloud.bucket().isEmpty()
        ? Optional.empty()
        : Optional.of("gs://" + cloud.bucket() + "/photoplay/" + name + "/");
  }

  /// Fetches an object of the bucket: one and the same to its end, even when it is replaced
  /// meanwhile.
  ///
  /// @throws Fault.Thrown when it is not ours, gone or too large
  void fetch(String address, Path target, long mostBytes) throws IOException {
    BlobId id = BlobId.fromGsUtilUri(address);
    if (!id.getBucket().equals(cloud.bucket())) {
      throw new Fault.Output("the result lies in the bucket " + id.getBucket()).thrown();
    }
    try {
      Blob blob = storage().get(id);
      if (blob == null) {
        throw new Fault.Gone("no longer in the bucket").thrown();
      }
      if (blob.getSize() > mostBytes) {
        throw new Fault.Output("the result is larger than " + mostBytes + " bytes").thrown();
      }
      storage().downloadTo(blob.getBlobId(), target);
    } catch (StorageException e) {
      throw fault(e);
    }
  }

  private static IOException fault(StorageException e) {
    String said = "bucket: " + e.getCode() + " " + e.getMessage();
    return switch (e.getCode()) {
      case 401, 403 -> new Fault.Key(said).thrown();
      case 404 -> new Fault.Gone(said).thrown();
      default -> new IOException(said, e);
    };
  }

  /// Removes all objects of a folder.
  ///
  /// @param folder empty for none
  void empty(String folder) throws IOException {
    if (folder.isEmpty()) {
      return;
    }
    BlobId id = BlobId.fromGsUtilUri(folder);
    try {
      for (Blob blob :
          storage().list(id.getBucket(), BlobListOption.prefix(id.getName())).iterateAll()) {
        storage().delete(blob.getBlobId());
      }
    } catch (StorageException e) {
      throw fault(e);
    }
  }
}
