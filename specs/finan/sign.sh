# A plain SHA-256, no HMAC. The path begins behind /open.
timestamp=$(date +%s)
signed=${FINAN_SECRET}_${method}_${target}_${body}_${timestamp}
signature=$(printf %s "$signed" |
  openssl dgst -sha256 -r | cut -d ' ' -f 1)
headers=(
  -H "x-timestamp: $timestamp"
  -H "x-signature: $signature"
)
