@NullMarked
package org.hifazat.cases.casework.web;

import org.jspecify.annotations.NullMarked;
