package app.photoplay.database.account;

import static app.photoplay.database.generated.Tables.ARTIFACT;
import static app.photoplay.database.generated.Tables.CAST_MEMBER;

import app.photoplay.budget.AccountId;
import app.photoplay.database.Database;
import app.photoplay.database.generated.tables.records.CastMemberRecord;
import app.photoplay.database.sql.Locking;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.cast.CastStore;
import app.photoplay.kind.cast.Consent;
import app.photoplay.kind.cast.Member;
import app.photoplay.kind.cast.Names;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// People's casts in the database.
public final class SqlCastStore implements CastStore {
  private final Database database;

  public SqlCastStore(Database database) {
    this.database = database;
  }

  @Override
  public Adding add(AccountId account, Member member, Instant now) {
    return database.write(sql -> {
      Locking.takeTurns(sql, "cast " + account.value());
      List<Member> all = all(sql, account);
      if (all.contains(member)) {
        return Adding.THERE;
      }
      if (all.stream().anyMatch(it -> Names.alike(it.name(), member.name()))) {
        return Adding.NAME_TAKEN;
      }
      if (all.size() >= MOST) {
        return Adding.FULL;
      }
      sql.insertInto(CAST_MEMBER).set(row(account, member, now)).execute();
      if (member.photo() != null) {
        use(sql, member.photo(), now);
      }
      return Adding.SAVED;
    });
  }

  /// The sweep knows the file from now on, and one that is under way leaves it alone.
  private static void use(DSLContext sql, StoredFile photo, Instant now) {
    sql.insertInto(ARTIFACT)
        .set(ARTIFACT.CONTENT, photo.content())
        .set(ARTIFACT.BYTES, photo.bytes())
        .set(ARTIFACT.CREATED_MS, now.toEpochMilli())
        .set(ARTIFACT.USED_MS, now.toEpochMilli())
        .onConflict(ARTIFACT.CONTENT)
        .doUpdate()
        .set(ARTIFACT.USED_MS, now.toEpochMilli())
        .execute();
  }

  @Override
  public List<Member> all(AccountId account) {
    return database.read(sql -> all(sql, account));
  }

  private static List<Member> all(DSLContext sql, AccountId account) {
    return sql.selectFrom(CAST_MEMBER)
        .where(CAST_MEMBER.ACCOUNT.eq(account.value()))
        .orderBy(CAST_MEMBER.CREATED_MS, CAST_MEMBER.FOLDED)
        .fetch(SqlCastStore::member);
  }

  @Override
  public boolean remove(AccountId account, String name) {
    return database.write(sql ->
        sql.deleteFrom(CAST_MEMBER)
                .where(
                    CAST_MEMBER.ACCOUNT.eq(account.value()),
                    CAST_MEMBER.FOLDED.eq(Names.folded(name)))
                .execute()
            > 0);
  }

  private static CastMemberRecord row(AccountId account, Member member, Instant now) {
    StoredFile photo = member.photo();
    CastMemberRecord row = new CastMemberRecord();
    row.setAccount(account.value());
    row.setFolded(Names.folded(member.name()));
    row.setName(member.name());
    row.setLooks(member.looks());
    row.setPhoto(photo == null ? null : photo.content());
    row.setPhotoBytes(photo == null ? null : photo.bytes());
    row.setFace((short) (member.face() ? 1 : 0));
    row.setVoice(member.voice());
    row.setConsent((short) member.consent().ordinal());
    row.setCreatedMs(now.toEpochMilli());
    return row;
  }

  private static Member member(CastMemberRecord row) {
    return new Member(
        row.getName(),
        row.getLooks(),
        photo(row),
        row.getFace() != 0,
        row.getVoice(),
        Consent.values()[row.getConsent()]);
  }

  private static @Nullable StoredFile photo(CastMemberRecord row) {
    return row.getPhoto() == null
        ? null
        : new StoredFile(row.getPhoto(), row.getPhotoBytes() == null ? 0 : row.getPhotoBytes());
  }
}
