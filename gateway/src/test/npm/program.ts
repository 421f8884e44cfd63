// What a platform writes against the generated types. It reads what is always there without "!" and without "?.", under strict rules.
import type {
  AllianceMembership,
  GatewayRestriction,
  GatewayTrustCheck,
  RegistrySubject,
  RegistrySubjectPage,
  SanctionsMeasure,
} from "../clients/typescript";
import { GatewayVerdict } from "../clients/typescript";

export function mayBeBooked(check: GatewayTrustCheck): boolean {
  return check.verdict === GatewayVerdict.Clear && check.asOf.sanctions.ageMillis < 60_000;
}

export function reasons(check: GatewayTrustCheck): string[] {
  const who: string = check.subject === null ? "nobody known" : check.subject.id;
  return check.restrictions.map((limit: GatewayRestriction) => `${who}: ${limit.ground.code} from ${limit.from} ${limit.scope.activities.join()}`);
}

export function numbers(page: RegistrySubjectPage): string[] {
  const next: string | null = page.next;
  return page.items
    .map((subject: RegistrySubject): string | null => subject.registrationNumber)
    .filter((number): number is string => number !== null)
    .concat(next === null ? [] : [next]);
}

export function isOver(measure: SanctionsMeasure, now: Date): boolean {
  return measure.endsAt !== null && measure.endsAt <= now && measure.stays.length === 0;
}

export function isMember(membership: AllianceMembership): boolean {
  return membership.leftAt === null && !membership.suspended && membership.suspensions.length >= 0;
}
