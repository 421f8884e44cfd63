package vn.digitaltrust.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A line as it comes over the wire: an entry, the head at the end of a page, or the first or last
 * line of a snapshot. What a line does not say is empty, -1 or false, unless it is told below.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
@JsonIgnoreProperties(ignoreUnknown = true)
final class WireLine {
  long position = -1;
  String hash = "";
  String previous = "";
  String recordedAt = "";

  /** Null if the entry is passed over. */
  String type;

  String subject = "";
  String aggregate = "";
  String aggregateId = "";
  long version;
  String audience = "";
  int schema;
  String commitment = "";
  String trailCommitment = "";
  String salt = "";

  /** Null if it was erased. */
  String payload;

  /** Of the last line of a page. */
  Head head;

  /** Of the first line of a snapshot: its journal. */
  String journal = "";

  /** Of the last line of a snapshot. */
  boolean end;

  /** How many entries the last line of a snapshot says there were. */
  long count = -1;

  /** Where the journal ends. */
  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @JsonIgnoreProperties(ignoreUnknown = true)
  static final class Head {
    long position = -1;
    String hash = "";
  }
}
