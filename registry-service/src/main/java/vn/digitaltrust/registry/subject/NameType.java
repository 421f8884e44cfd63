package vn.digitaltrust.registry.subject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a name is; a KOL's LEGAL name is private (REG-3). */
@Schema(name = "RegistryNameType")
public enum NameType {
  STAGE,
  LEGAL,
  FORMER,
  NICKNAME
}
