#!/bin/sh
# May this account do this? With curl.      ./check.sh TIKTOK hu.cau.s1n2 [ADVERTISE]
# Needs ISSUER, GATEWAY, CLIENT_ID and CLIENT_SECRET in the environment; see the README beside it.
set -eu

token=$(curl --silent --show-error --fail --user "$CLIENT_ID:$CLIENT_SECRET" \
  --data grant_type=client_credentials "$ISSUER/protocol/openid-connect/token" |
  sed 's/.*"access_token":"\([^"]*\)".*/\1/')

curl --silent --show-error --fail-with-body --get "$GATEWAY/trust/v1/accounts" \
  --header @- \
  --data-urlencode "platform=$1" \
  --data-urlencode "handle=$2" \
  ${3:+--data-urlencode "activity=$3"} <<EOF
Authorization: Bearer $token
EOF
echo
