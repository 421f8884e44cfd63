package vn.digitaltrust.gateway.trust;

/** Examples of the API document; a test reads each as what it is an example of. */
final class ApiExamples {
  static final String UNKNOWN =
      """
      {
        "checkId": "0193a5d1-22c4-7d05-8a11-5a3c1d0e9f42",
        "verdict": "UNKNOWN",
        "at": "2026-11-24T08:00:00Z",
        "subject": null,
        "restrictions": [],
        "membership": {"status": "NONE", "since": null},
        "trustMark": {"status": "NONE", "number": null, "until": null},
        "asOf": {
          "registry": {"position": 15342, "ageMillis": 412},
          "sanctions": {"position": 871, "ageMillis": 1204},
          "alliance": {"position": 2210, "ageMillis": 77}
        }
      }
      """;

  static final String RESTRICTED =
      """
      {
        "checkId": "0193a5d1-22c4-7d05-8a11-5a3c1d0e9f43",
        "verdict": "RESTRICTED",
        "at": "2026-11-24T08:00:00Z",
        "subject": {
          "id": "0193a5c9-4b1f-7c2d-bb0e-6a3f4d5c2e11",
          "kind": "KOL",
          "status": "REGISTERED",
          "registrationNumber": "KOL-100000011"
        },
        "restrictions": [
          {
            "measure": "0193a5d0-7c3e-7b3a-9a53-0f6f2a7d9b10",
            "class": "ALLIANCE_MEASURE",
            "kind": "ENGAGEMENT_LIMIT",
            "authority": null,
            "ground": {
              "code": "AD-LAW-15A",
              "title": "Law 75/2025/QH15 amending the Advertising Law",
              "provision": "art. 15a"
            },
            "from": "2026-11-24",
            "until": "2027-02-23",
            "startsAt": "2026-11-24T03:15:42Z",
            "endsAt": "2027-02-23T17:00:00Z",
            "scope": {
              "activities": ["LIVESTREAM_SELL"],
              "platforms": [],
              "media": [],
              "territories": ["2025:79"],
              "productCategories": []
            },
            "conditions": [],
            "exceptions": [],
            "statement": null,
            "href": "/sanctions/v1/measures/0193a5d0-7c3e-7b3a-9a53-0f6f2a7d9b10"
          }
        ],
        "membership": {"status": "MEMBER", "since": "2026-03-01T02:00:00Z"},
        "trustMark": {"status": "SUSPENDED", "number": "IT-2026-000123", "until": "2027-02-28"},
        "asOf": {
          "registry": {"position": 15342, "ageMillis": 412},
          "sanctions": {"position": 871, "ageMillis": 1204},
          "alliance": {"position": 2210, "ageMillis": 77}
        }
      }
      """;

  static final String BATCH =
      """
      {
        "activity": "LIVESTREAM_SELL",
        "territory": "79",
        "checks": [
          {"platform": "TIKTOK", "handle": "hu.cau.linh"},
          {"url": "https://www.facebook.com/hucaunam"},
          {"registrationNumber": "KOL-100000011", "activity": "ADVERTISE"}
        ]
      }
      """;

  static final String LINES =
      """
      {"platform": "TIKTOK", "handle": "hu.cau.linh", "activity": "LIVESTREAM_SELL"}
      {"url": "https://www.facebook.com/hucaunam"}
      """;

  private ApiExamples() {}
}
