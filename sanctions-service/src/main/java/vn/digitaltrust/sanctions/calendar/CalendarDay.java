package vn.digitaltrust.sanctions.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A day on which it is not as its weekday says. */
@Entity
@Table(name = "calendar_day")
class CalendarDay {
  @Id LocalDate day;

  @Enumerated(EnumType.STRING)
  Kind kind;

  String name;

  enum Kind {
    DAY_OFF,
    WORKED
  }
}
