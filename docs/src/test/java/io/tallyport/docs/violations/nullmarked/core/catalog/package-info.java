/** Says nothing about nulls. */
package io.tallyport.docs.violations.nullmarked.core.catalog;
