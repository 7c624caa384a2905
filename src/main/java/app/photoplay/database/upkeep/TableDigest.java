package app.photoplay.database.upkeep;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The number of rows and the sum of their SHA-256 hashes: the same for the same rows in any order,
/// because databases sort texts differently.
final class TableDigest {
  private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

  private long rows;
  private BigInteger sum = BigInteger.ZERO;

  void add(Record row) {
    MessageDigest digest = sha256();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value == null) {
        digest.update((byte) 0);
      } else {
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((byte) 1);
        digest.update(BigInteger.valueOf(bytes.length).toByteArray());
        digest.update((byte) 2);
        digest.update(bytes);
      }
    }
    rows++;
    sum = sum.add(new BigInteger(1, digest.digest())).mod(MODULUS);
  }

  long rows() {
    return rows;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TableDigest that && rows == that.rows && sum.equals(that.sum);
  }

  @Override
  public int hashCode() {
    return sum.hashCode();
  }

  @Override
  public String toString() {
    return rows + " rows" + (rows == 0 ? "" : ", digest " + shown());
  }

  private String shown() {
    return String.format("%064x", sum).substring(0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
