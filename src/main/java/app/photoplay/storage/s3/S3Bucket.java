package app.photoplay.storage.s3;

import app.photoplay.storage.bucket.Bucket;
import app.photoplay.storage.bucket.BucketSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;

/// A bucket behind the S3 protocol. Bodies go as they are, without the library's own framing and
/// checksums, which not every server understands: the connection or the signature of the body
/// protects it on its way, and what is downloaded is compared with the name that it has.
public final class S3Bucket implements Bucket {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final String bucket;
  private final URI server;
  private final S3Client client;
  private final S3Presigner signer;
  private final S3Failures failures = new S3Failures();

  private S3Bucket(String bucket, URI server, S3Client client, S3Presigner signer) {
    this.bucket = bucket;
    this.server = server;
    this.client = client;
    this.signer = signer;
  }

  /// A bucket; nothing is asked yet.
  public static Bucket open(String bucket, BucketSettings.Store.S3 settings) {
    AwsCredentialsProvider credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(settings.key().value(), settings.secret().value()));
    boolean amazon = settings.endpoint().isEmpty();
    String region = amazon && settings.region().equals("auto") ? "us-east-1" : settings.region();
    URI server =
        settings.endpoint().orElseGet(() -> URI.create("https://s3." + region + ".amazonaws.com"));
    S3Configuration how =
        S3Configuration.builder()
            .pathStyleAccessEnabled(settings.pathStyle())
            .chunkedEncodingEnabled(false)
            .build();
    S3Client client =
        S3Client.builder()
            .endpointOverride(server)
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .serviceConfiguration(how)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .build();
    S3Presigner signer =
        S3Presigner.builder()
            .endpointOverride(server)
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .serviceConfiguration(how)
            .build();
    return new S3Bucket(bucket, server, client, signer);
  }

  /// Repeated uploads of the library put the same under the same key.
  @Override
  public void put(String key, Path file, String type) throws IOException {
    call(() ->
        client.putObject(
            it -> it.bucket(bucket).key(key).contentType(type), RequestBody.fromFile(file)));
  }

  @Override
  public void mark(String key) throws IOException {
    call(() -> client.putObject(it -> it.bucket(bucket).key(key), RequestBody.empty()));
  }

  @Override
  public List<Item> list(String prefix) throws IOException {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder().bucket(bucket).prefix(prefix).build();
    return call(() ->
        client.listObjectsV2Paginator(request).contents().stream()
            .map(it -> new Item(it.key(), it.size()))
            .toList());
  }

  @Override
  public void download(String key, Path target) throws IOException {
    GetObjectRequest request = GetObjectRequest.builder().bucket(bucket).key(key).build();
    call(() -> client.getObject(request, ResponseTransformer.toFile(target)));
  }

  @Override
  public void delete(String key) throws IOException {
    try {
      call(() -> client.deleteObject(it -> it.bucket(bucket).key(key)));
    } catch (NoSuchFileException deletedAlready) {
      // some servers say so
    }
  }

  @Override
  public Optional<URI> sign(String key, Duration lives, String type, String name) {
    GetObjectPresignRequest request =
        GetObjectPresignRequest.builder()
            .signatureDuration(lives)
            .getObjectRequest(it ->
                it.bucket(bucket)
                    .key(key)
                    .responseContentType(type)
                    .responseContentDisposition("inline; filename=\"" + name + "\""))
            .build();
    return Optional.of(URI.create(signer.presignGetObject(request).url().toString()));
  }

  @Override
  public URI server() {
    return server;
  }

  @Override
  public void close() {
    client.close();
    signer.close();
  }

  private interface Call<T> {
    T run();
  }

  private <T> T call(Call<T> call) throws IOException {
    try {
      return call.run();
    } catch (SdkException failed) {
      throw failures.of(failed);
    }
  }
}
