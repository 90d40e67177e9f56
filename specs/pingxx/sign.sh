headers=(-u "$PINGXX_API_KEY:")
# Once Ping++ has your public key, sign too: with the
# private one, from its PEM file.
if [ -n "${PINGXX_PRIVATE_KEY_FILE:-}" ]; then
  timestamp=$(date +%s)
  signature=$(printf %s "$body$target$timestamp" |
    openssl dgst -sign "$PINGXX_PRIVATE_KEY_FILE" -sha256 |
    openssl base64 -A)
  headers+=(
    -H "pingplusplus-request-timestamp: $timestamp"
    -H "pingplusplus-signature: $signature"
  )
fi
