@NullMarked
package org.hifazat.cases.kinship.web;

import org.jspecify.annotations.NullMarked;
