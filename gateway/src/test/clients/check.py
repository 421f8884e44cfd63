"""Makes a trust check with the generated Python client: the gateway's address, then a token."""

import sys

import openapi_client

configuration = openapi_client.Configuration(host=sys.argv[1])
with openapi_client.ApiClient(configuration, "Authorization", "Bearer " + sys.argv[2]) as client:
    check = openapi_client.TrustChecksApi(client).gateway_check_account(
        platform=openapi_client.Platform.TIKTOK, handle="nobody.here"
    )
    print(check.verdict)
