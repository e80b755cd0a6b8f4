@NullMarked
package org.hifazat.cases.duplicates.web;

import org.jspecify.annotations.NullMarked;
