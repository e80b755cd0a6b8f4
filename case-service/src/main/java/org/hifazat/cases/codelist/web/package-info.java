@NullMarked
package org.hifazat.cases.codelist.web;

import org.jspecify.annotations.NullMarked;
