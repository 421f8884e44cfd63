package vn.digitaltrust.sanctions.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A year whose days off are known. */
@Entity
@Table(name = "calendar_year")
class CalendarYear {
  @Id int year;
  String source;
}
