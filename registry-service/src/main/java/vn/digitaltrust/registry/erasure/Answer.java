package vn.digitaltrust.registry.erasure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a holder says. */
@Schema(name = "RegistryErasureAnswerKind")
enum Answer {
  /** Nothing has to be kept. */
  CLEAR,
  /** Something runs for which the person has to be known. */
  HELD
}
