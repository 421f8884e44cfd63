package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.digitaltrust.verdict.Certificate;
import vn.digitaltrust.verdict.Membership;
import vn.digitaltrust.verdict.Verdict;

/**
 * GW-18: the entity tag of an answer: a fingerprint of what it says, without what makes it one of
 * its own (its id, its time, how fresh it is). Weak, because two answers of one tag say the same in
 * other bytes. The same in every gateway, as it depends on nothing but the words.
 *
 * <p>Who is restricted writes a part of these words, the statement, and must not be able to choose
 * it so that one answer passes for another. So the words are hashed as JSON, which nothing within a
 * text can break out of, by 128 bits of SHA-256.
 */
final class EntityTag {
  private static final String ALGORITHM = "SHA-256";
  private static final int BYTES = 16;
  private static final String WEAK = "W/";

  private final ObjectWriter writer;

  EntityTag(ObjectMapper mapper) {
    this.writer = mapper.writerFor(Said.class);
  }

  /** The words of an answer. */
  private record Said(
      Verdict verdict,
      Answer.SubjectView subject,
      Answer.AccountView account,
      List<Restriction> restrictions,
      Membership.Standing membership,
      Certificate.Mark trustMark) {}

  /** The tag of an answer, as it stands in {@code ETag}. */
  String of(Answer answer) {
    Said said =
        new Said(
            answer.verdict(),
            answer.subject(),
            answer.account(),
            answer.restrictions(),
            answer.membership(),
            answer.trustMark());
    try {
      byte[] hash = MessageDigest.getInstance(ALGORITHM).digest(writer.writeValueAsBytes(said));
      return WEAK + '"' + HexFormat.of().formatHex(hash, 0, BYTES) + '"';
    } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Whether {@code If-None-Match} names a tag; that of an answer that says the same.
   *
   * @param held the lines of the header; none when the caller holds nothing
   */
  static boolean isAmong(List<String> held, String tag) {
    String opaque = tag.substring(WEAK.length());
    for (String line : held) {
      for (String each : line.split(",")) {
        String one = each.strip();
        if (one.equals("*") || one.equals(tag) || one.equals(opaque)) {
          return true;
        }
      }
    }
    return false;
  }
}
