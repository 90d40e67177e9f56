# Nothing is signed.
headers=(-H "authorization: Bearer $LUMYRI_ACCESS_TOKEN")
