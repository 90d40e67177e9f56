headers=(-u "$PINGXX_API_KEY:")
# Once Ping++ has your public key, sign too: this is the private one's
# file, in PEM.
if [ -n "${PINGXX_PRIVATE_KEY_FILE:-}" ]; then
  timestamp=$(date +%s)
  signature=$(printf %s "$body$target$timestamp" |
    openssl dgst -sha256 -sign "$PINGXX_PRIVATE_KEY_FILE" |
    openssl base64 -A)
  headers+=(
    -H "pingplusplus-request-timestamp: $timestamp"
    -H "pingplusplus-signature: $signature"
  )
fi
