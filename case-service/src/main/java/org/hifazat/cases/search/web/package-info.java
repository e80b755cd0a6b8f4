@NullMarked
package org.hifazat.cases.search.web;

import org.jspecify.annotations.NullMarked;
