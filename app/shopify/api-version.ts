import { ApiVersion } from "@shopify/shopify-api";

/** The one version of Shopify's Admin API that we speak; a test holds shopify.app.toml to it. */
export const API_VERSION = ApiVersion.October26;
