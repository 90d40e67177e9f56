/** The site's name, in every language. */
export const SITE_NAME = "customer-clients";
