package vn.digitaltrust.gateway.trust;

import java.util.UUID;

/** Public states as large as the services write them, of people who do not exist. */
final class BenchmarkStates {
  private static final String SCOPE =
      "{'activities':['LIVESTREAM_SELL'],'platforms':[],'media':[],'territories':['2025:79'],"
          + "'productCategories':[]}";

  private BenchmarkStates() {}

  static String subject(UUID id, int number) {
    return json(
        "{'id':'%s','kind':'KOL','status':'REGISTERED','registrationNumber':'KOL-%09d0',"
            + "'displayName':'Nguyễn Thị Hư Cấu %d','influence':'KOL','organisationType':null,"
            + "'category':'BEAUTY','homeProvince':'2025:79','mergedInto':null}",
        id, number, number);
  }

  /** Every first account is on TikTok; of every second, one in two is on YouTube. */
  static String platform(int number) {
    return number % 2 == 0 ? "TIKTOK" : number % 4 == 1 ? "YOUTUBE" : "FACEBOOK";
  }

  static String handle(int number) {
    return "hu.cau." + Integer.toString(number, 36) + ".vn";
  }

  static String account(UUID id, UUID subject, int number) {
    String platform = platform(number);
    String channel = "'UC%022d'".formatted(number);
    return json(
        "{'id':'%s','subject':'%s','platform':'%s','platformId':%s,'handle':'%s',"
            + "'displayHandle':'@%s','url':'https://www.example.com/@%s',"
            + "'startsAt':'2026-01-01T02:03:04.567891Z','endsAt':null}",
        id,
        subject,
        platform,
        platform.equals("YOUTUBE") ? channel : "null",
        handle(number),
        handle(number),
        handle(number));
  }

  static String limit(UUID id, UUID subject) {
    return json(
        "{'id':'%s','subject':'%s','case':null,'stateDecision':null,'class':'ALLIANCE_MEASURE',"
            + "'kind':'ENGAGEMENT_LIMIT','interim':false,'scope':"
            + SCOPE
            + ",'ground':{'code':'AD-LAW-15A','title':'Law 75/2025/QH15','provision':'art. 15a'},"
            + "'authority':null,'from':'2026-01-01','until':'2099-12-31','reviewOn':null,"
            + "'startsAt':'2025-12-31T17:00:00Z','endsAt':'2099-12-31T17:00:00Z','conditions':[],"
            + "'exceptions':[],'stays':[],'end':null,'statement':null}",
        id,
        subject);
  }

  static String membership(UUID id, UUID subject) {
    return json(
        "{'id':'%s','subject':'%s','kind':'KOL','status':'ADMITTED',"
            + "'admittedAt':'2026-02-01T02:00:00Z','leftAt':null,'codeOfConduct':'1.0',"
            + "'suspensions':[]}",
        id, subject);
  }

  static String certificate(UUID id, UUID subject, int number) {
    return json(
        "{'id':'%s','subject':'%s','number':'IT-%09d','startsAt':'2026-02-01T02:00:00Z',"
            + "'endsAt':'2027-02-01T17:00:00Z','from':'2026-02-01','until':'2027-02-01',"
            + "'suspensions':[],'withdrawnAt':null}",
        id, subject, number);
  }

  private static String json(String format, Object... values) {
    return format.formatted(values).replace('\'', '"');
  }
}
