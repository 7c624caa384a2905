/// What things cost: a price by its unit, from its source. Read `PriceBook` first.
@NullMarked
package app.photoplay.budget.price;

import org.jspecify.annotations.NullMarked;
