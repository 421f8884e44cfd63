package vn.digitaltrust.registry.subject;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.digitaltrust.vocabulary.Folding;

/** A typed name, kept with the forms by which the database compares and searches it. */
@Embeddable
class Name {
  @Enumerated(EnumType.STRING)
  @Column(name = "type", nullable = false)
  private NameType type;

  @Column(name = "value", nullable = false)
  private String value;

  @Column(name = "folded", nullable = false)
  private String folded;

  @Column(name = "spelled", nullable = false)
  private String spelled;

  @Column(name = "joined", nullable = false)
  private String joined;

  Name() {}

  private Name(NameType type, String value) {
    this.type = type;
    this.value = Folding.tidy(value);
    this.folded = Folding.fold(value);
    this.spelled = Folding.spelled(value);
    this.joined = Folding.joined(folded);
  }

  static Name of(TypedName name) {
    return new Name(name.type(), name.value());
  }

  NameType type() {
    return type;
  }

  TypedName typed() {
    return new TypedName(type, value);
  }
}
