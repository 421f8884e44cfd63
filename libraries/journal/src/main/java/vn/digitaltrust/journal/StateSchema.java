package vn.digitaltrust.journal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The schema version of a state record, written beside each entry; 1 where it is absent. Raise it
 * when a property changes its meaning; new properties need no new version.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StateSchema {
  /** 1 or more. */
  int value();
}
