package vn.digitaltrust.registry.subject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a KOL is known as. The list is this suite's own. */
@Schema(name = "RegistryCategory")
public enum Category {
  ARTIST,
  HOST,
  BEAUTY_QUEEN,
  COMEDIAN,
  ATHLETE,
  ONLINE_SELLER,
  REVIEWER,
  CONTENT_CREATOR,
  EXPERT,
  COMMUNITY_LEADER,
  STATE_COMMUNICATOR,
  VIRTUAL_INFLUENCER,
  OTHER
}
